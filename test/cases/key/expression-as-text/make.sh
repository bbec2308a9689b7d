echo '${{ secrets.GOLIVE_SSH_KEY }}' > secret
