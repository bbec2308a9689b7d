echo 'PATH=/opt/nothing' > env
